import type { Environment } from './environments';
import { adminPort, alertingService, freeSuggestions, modelID, ownsSlice, ServiceShape, services } from './services';

/** What a deployed executable is told, and where it comes from. Names are the ones that the service host
 *  reads; nothing else reads the environment.
 *
 *  | variable                             | given to      | value                                             |
 *  |--------------------------------------|---------------|---------------------------------------------------|
 *  | SMART_COOKING_ENV                    | all           | dev, staging, prod                                |
 *  | SMART_COOKING_LISTEN                 | all           | 0.0.0.0:PORT                                      |
 *  | SMART_COOKING_ADMIN_LISTEN           | all           | 0.0.0.0:9090, HTTP: /health, /metrics             |
 *  | SMART_COOKING_LOG_FORMAT             | all           | json                                              |
 *  | SMART_COOKING_LOG_LEVEL              | all           | info                                              |
 *  | SMART_COOKING_JWT_ISSUER             | all           | `iss` that a token must carry                     |
 *  | SMART_COOKING_JWKS                   | all           | the issuer's public keys, by URL                  |
 *  | SMART_COOKING_TABLE                  | slice owners  | dynamodb:NAME (on a desk sqlite:PATH)             |
 *  | SMART_COOKING_AI_SUGGESTION          | its callers   | HOST:PORT, resolved again and again               |
 *  | SMART_COOKING_COOKING_HISTORY        | its callers   | HOST:PORT                                         |
 *  | SMART_COOKING_RATING_HANDLER         | its callers   | HOST:PORT                                         |
 *  | SMART_COOKING_INGREDIENT_VALIDATOR   | its callers   | HOST:PORT                                         |
 *  | SMART_COOKING_TOKEN_URL              | slice owners  | OAuth 2 client credentials, for a service token   |
 *  | SMART_COOKING_TOKEN_SCOPE            | slice owners  | the scope that makes a token a service's          |
 *  | SMART_COOKING_CLIENT_ID              | slice owners  | secret                                            |
 *  | SMART_COOKING_CLIENT_SECRET          | slice owners  | secret                                            |
 *  | SMART_COOKING_PAGE_TOKEN_KEY         | slice owners  | secret, 64 letters and digits; signs page tokens  |
 *  | SMART_COOKING_MODEL                  | ai-suggestion | bedrock (on a desk local)                         |
 *  | SMART_COOKING_MODEL_ID               | ai-suggestion | the Bedrock model                                 |
 *  | SMART_COOKING_MODEL_REGION           | ai-suggestion | the region it is called in                        |
 *  | SMART_COOKING_MODEL_BUDGET_USD       | ai-suggestion | a month's spend that calls stop before            |
 *  | SMART_COOKING_FREE_SUGGESTIONS       | ai-suggestion | a user's calls a month (on a desk 1000)           |
 *  | SMART_COOKING_ALERT_TOPIC            | ingredient-v. | the topic that tells people, by ARN               |
 *
 *  AWS itself adds the region and the address of the task role's credentials. */
export interface ConfigurationSources {
  readonly tableName: string;
  readonly namespaceName: string;
  readonly region: string;
  readonly issuer: string;
  readonly tokenURL: string;
  readonly tokenScope: string;
  readonly topicARN: string;
}

export function configuration(
  environment: Environment, shape: ServiceShape, sources: ConfigurationSources,
): Record<string, string> {
  const variables: Record<string, string> = {
    SMART_COOKING_ENV: environment.name,
    SMART_COOKING_LISTEN: `0.0.0.0:${shape.port}`,
    SMART_COOKING_ADMIN_LISTEN: `0.0.0.0:${adminPort}`,
    SMART_COOKING_LOG_FORMAT: 'json',
    SMART_COOKING_LOG_LEVEL: 'info',
    SMART_COOKING_JWT_ISSUER: sources.issuer,
    SMART_COOKING_JWKS: `${sources.issuer}/.well-known/jwks.json`,
  };
  for (const callee of services.filter((service) => shape.calls.some((name) => name === service.name))) {
    const suffix = callee.name.toUpperCase().replace(/-/g, '_');
    variables[`SMART_COOKING_${suffix}`] = `${callee.name}.${sources.namespaceName}:${callee.port}`;
  }
  if (ownsSlice(shape.name)) {
    variables['SMART_COOKING_TABLE'] = `dynamodb:${sources.tableName}`;
    variables['SMART_COOKING_TOKEN_URL'] = sources.tokenURL;
    variables['SMART_COOKING_TOKEN_SCOPE'] = sources.tokenScope;
  }
  if (shape.name === 'ai-suggestion') {
    variables['SMART_COOKING_MODEL'] = 'bedrock';
    variables['SMART_COOKING_MODEL_ID'] = modelID;
    variables['SMART_COOKING_MODEL_REGION'] = sources.region;
    variables['SMART_COOKING_MODEL_BUDGET_USD'] = String(environment.modelBudgetUSD);
    variables['SMART_COOKING_FREE_SUGGESTIONS'] = String(freeSuggestions);
  }
  if (shape.name === alertingService) variables['SMART_COOKING_ALERT_TOPIC'] = sources.topicARN;
  return variables;
}

/** Variables whose values are fields of the service's secret. */
export const secretFields: Readonly<Record<string, string>> = {
  SMART_COOKING_CLIENT_ID: 'clientId',
  SMART_COOKING_CLIENT_SECRET: 'clientSecret',
  SMART_COOKING_PAGE_TOKEN_KEY: 'pageTokenKey',
};
