/** A stated probability (0 to 1) and what happened. */
export interface Forecast {
  readonly stated: number
  readonly happened: boolean
}

export interface CalibrationBin {
  readonly from: number
  readonly to: number
  readonly count: number
  readonly meanStated: number
  readonly observed: number
}

export interface Calibration {
  readonly count: number
  /** Mean distance between what was stated and what was observed, weighted by the size of each bin. */
  readonly expectedError: number
  readonly bins: readonly CalibrationBin[]
}

/** Expected calibration error over bins of equal width (ten unless told): 0 is perfect. */
export function calibrate(forecasts: readonly Forecast[], bins = 10): Calibration {
  const sums = Array.from({ length: bins }, () => ({ count: 0, stated: 0, happened: 0 }))
  for (const { stated, happened } of forecasts) {
    const bin = sums[Math.min(bins - 1, Math.max(0, Math.floor(stated * bins)))]!
    bin.count += 1
    bin.stated += stated
    bin.happened += happened ? 1 : 0
  }
  const error = sums.reduce((sum, bin) => sum + Math.abs(bin.stated - bin.happened), 0)
  return {
    count: forecasts.length,
    expectedError: forecasts.length === 0 ? 0 : error / forecasts.length,
    bins: sums.flatMap((bin, at) =>
      bin.count === 0
        ? []
        : [
            {
              from: at / bins,
              to: (at + 1) / bins,
              count: bin.count,
              meanStated: bin.stated / bin.count,
              observed: bin.happened / bin.count,
            },
          ],
    ),
  }
}
