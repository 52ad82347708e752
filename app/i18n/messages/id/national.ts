export const national = {}
