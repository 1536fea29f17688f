import { z } from 'zod';

const codedSchema = z.object({ code: z.string(), message: z.string() });

/** Node's own errors are told apart by their code. */
export function codedError(error: unknown): { readonly code: string; readonly message: string } | undefined {
  return codedSchema.safeParse(error).data;
}
