/** Beyond this many, sorting everything natively is as quick as keeping a heap. */
const HEAP_LIMIT = 512

/** The `count` smallest numbers in ascending order; the array given may be reordered. */
export function smallest(numbers: Uint32Array, count: number): Uint32Array {
  if (count >= numbers.length || count > HEAP_LIMIT) return numbers.sort().subarray(0, count)
  const heap = numbers.slice(0, count)
  for (let at = (count >>> 1) - 1; at >= 0; at--) siftDown(heap, at)
  for (let i = count; i < numbers.length; i++) {
    if (numbers[i]! >= heap[0]!) continue
    heap[0] = numbers[i]!
    siftDown(heap, 0)
  }
  return heap.sort()
}

/** Restores the heap (largest on top) below a place. */
function siftDown(heap: Uint32Array, start: number): void {
  const value = heap[start]!
  let at = start
  for (;;) {
    let child = 2 * at + 1
    if (child >= heap.length) break
    if (child + 1 < heap.length && heap[child + 1]! > heap[child]!) child++
    if (heap[child]! <= value) break
    heap[at] = heap[child]!
    at = child
  }
  heap[at] = value
}
