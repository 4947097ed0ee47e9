/** Whether what stands at an address counts or lists cases: pages and lists never disagree (R10.3). */
export const isOfCases = (path: string): boolean => /^\/v1\/(cases|inbox|reports|notice-tasks)/.test(path);
