// Asks the compiler, which runs in a worker.

import type { Question, Questions } from "./answers.ts";

type Answer = [number: number, json: string | null, failure?: string];

export class Compiler {
  private readonly worker = new Worker(new URL("worker.js", import.meta.url), { type: "module" });
  private readonly waiting = new Map<number, { resolve: (answer: never) => void; reject: (reason: Error) => void }>();
  private number = 0;

  constructor() {
    this.worker.onmessage = ({ data: [number, json, failure] }: MessageEvent<Answer>) => {
      const asked = this.waiting.get(number);
      this.waiting.delete(number);
      if (json === null) asked?.reject(new Error(failure));
      else asked?.resolve(JSON.parse(json) as never);
    };
    this.worker.onerror = (event) => {
      for (const asked of this.waiting.values()) asked.reject(new Error(event.message));
      this.waiting.clear();
    };
  }

  ask<Q extends Question>(question: Q, ...asked: Questions[Q]["ask"]): Promise<Questions[Q]["answer"]> {
    const number = this.number++;
    this.worker.postMessage([number, question, ...asked]);
    return new Promise((resolve, reject) => this.waiting.set(number, { resolve, reject }));
  }
}

/** Ask about a text that changes: one question at a time, and of those that come meanwhile the last alone. */
export class Newest<T> {
  private next: string | null = null;
  private busy = false;

  constructor(
    private readonly ask: (text: string) => Promise<T>,
    private readonly take: (answer: T, text: string) => void,
    private readonly fail: (error: Error) => void,
  ) {}

  async put(text: string): Promise<void> {
    this.next = text;
    if (this.busy) return;
    this.busy = true;
    while (this.next !== null) {
      const asked: string = this.next;
      this.next = null;
      try {
        this.take(await this.ask(asked), asked);
      } catch (error) {
        this.fail(error as Error);
      }
    }
    this.busy = false;
  }
}
