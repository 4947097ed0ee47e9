/** Asks again and again until the answer is one to be content with. jest's own time limit ends what never comes. */
export async function eventually<T>(ask: () => Promise<T>, content: (answer: T) => boolean): Promise<T> {
  for (;;) {
    const answer = await ask();
    if (content(answer)) return answer;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
