export function isWebAddress(url: string | null): url is string {
  return url !== null && /^https?:\/\//.test(url) && URL.canParse(url)
}

export function hostOf(url: string): string {
  return new URL(url).hostname.replace(/^www\./, '')
}
