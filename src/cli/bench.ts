export interface BenchFlags {
  dataset?: string
  write?: string
}

export async function bench(_flags: BenchFlags): Promise<number> {
  return 0
}
