import { Router } from 'express';
import swaggerUi from 'swagger-ui-express';
import { openApiDocument } from '../openapi';
import { serve } from '../../http/operation';
import { operationGroups } from '../operations';
import { documentationOperations } from '../operations/documentation';

/** What the service offers, for programs and for people. The page and all that it loads come from here. */
export function documentationRoutes(): Router {
  const document = openApiDocument(operationGroups);
  // Without this the page asks a server elsewhere whether the document is valid.
  const swaggerOptions = { url: '/openapi.json', validatorUrl: null };
  return Router()
    .use('/docs', ...swaggerUi.serve)
    .use(
      serve(documentationOperations, {
        readOpenApi(_request, response) {
          response.json(document);
        },
        browse: swaggerUi.setup(undefined, { swaggerOptions }),
      })
    );
}
