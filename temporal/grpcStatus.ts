import { isGrpcServiceError } from '@temporalio/client';

/** The statuses of gRPC that mean something here. */
const codes = { deadlineExceeded: 4, notFound: 5, failedPrecondition: 9, unavailable: 14 };

/** Whether Temporal answered with a status: said by the error itself, or by the one behind an error of the SDK. */
export const hasGrpcStatus = (error: unknown, status: keyof typeof codes): boolean =>
  [error, error instanceof Error ? error.cause : undefined].some(
    (one) => isGrpcServiceError(one) && (one.code as number) === codes[status]
  );
