// A specification in the address of the page: deflated, in the letters that addresses may have.

const NAME = "spec";
const LONGEST = 1_000_000; // bytes: a short address can hold a text without end

export async function written(text: string): Promise<string> {
  const bytes = await through(new TextEncoder().encode(text), new CompressionStream("deflate-raw"));
  const letters = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
  return `#${NAME}=${letters.replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "")}`;
}

/** Return the specification in an address, or null if there is none that can be read. */
export async function read(hash: string): Promise<string | null> {
  const letters = new URLSearchParams(hash.slice(1)).get(NAME);
  if (letters === null) return null;
  try {
    const bytes = Uint8Array.from(atob(letters.replaceAll("-", "+").replaceAll("_", "/")), (one) => one.charCodeAt(0));
    return new TextDecoder("utf-8", { fatal: true }).decode(await through(bytes, new DecompressionStream("deflate-raw")));
  } catch {
    return null;
  }
}

async function through(bytes: Uint8Array<ArrayBuffer>, stream: CompressionStream | DecompressionStream): Promise<Uint8Array> {
  const chunks: BlobPart[] = [];
  let size = 0;
  for (const reader = new Blob([bytes]).stream().pipeThrough(stream).getReader(); ; ) {
    const { done, value } = await reader.read();
    if (done) return new Uint8Array(await new Blob(chunks).arrayBuffer());
    size += value.length;
    if (size > LONGEST) throw new Error("too long");
    chunks.push(value);
  }
}
