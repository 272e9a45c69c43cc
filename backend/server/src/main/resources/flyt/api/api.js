/**
 * Draws the HTTP API from its own description. Reading only: just GET requests can be tried out from here, so that
 * nobody admits a patient from a page of documentation.
 */
globalThis.SwaggerUIBundle({
  url: '/api/openapi.yaml',
  domNode: document.getElementById('api'),
  deepLinking: true,
  supportedSubmitMethods: ['get'],
  validatorUrl: null,
  defaultModelsExpandDepth: 0,
});
