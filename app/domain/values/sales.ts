/** Upper bounds of the bands in which yearly sales are kept, in rupiah; exact amounts are not stored. */
export const SALES_BOUNDS: readonly number[] = [25, 50, 100, 300, 500, 1000, 2000, 2500, 5000, 15_000, 50_000].map(
  (million) => million * 1_000_000,
)
