/** A stream that one side fills batch by batch and the other reads; pushing waits until the batch is taken. */
export class BatchStream<T> implements AsyncIterable<T> {
  private waiting: { batch: T; taken: () => void } | null = null
  private ended: { error: Error | null } | null = null
  private wake: () => void = () => {}

  push(batch: T): Promise<void> {
    return new Promise((taken) => {
      this.waiting = { batch, taken }
      this.wake()
    })
  }

  /** No more batches; with an error the reader fails with it. */
  end(error: Error | null = null): void {
    this.ended = { error }
    this.wake()
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<T> {
    for (;;) {
      const next = this.waiting
      if (next) {
        this.waiting = null
        yield next.batch
        next.taken()
      } else if (this.ended) {
        if (this.ended.error) throw this.ended.error
        return
      } else {
        await new Promise<void>((resolve) => {
          this.wake = resolve
        })
      }
    }
  }
}
