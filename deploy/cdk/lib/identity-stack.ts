import { Duration, RemovalPolicy, Stack, StackProps } from 'aws-cdk-lib';
import * as cognito from 'aws-cdk-lib/aws-cognito';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import type { Construct } from 'constructs';
import { Environment, resourceName } from './environments';
import { ownsSlice, services } from './services';
import type { SliceOwner } from './slices';

/** Who may ask: people by the user pool, services by a client of their own in the same pool.
 *
 *  A person's access token carries `sub` and `cognito:groups` (`admin`). A service's carries its
 *  `client_id` and the scope `smart-cooking/service`, which no client of a person can obtain. */
export class IdentityStack extends Stack {
  readonly issuer: string;
  readonly tokenURL: string;
  readonly tokenScope = 'smart-cooking/service';
  /** For each service, fields `clientId`, `clientSecret` and `pageTokenKey`. */
  readonly secrets: ReadonlyMap<SliceOwner, Secret>;

  constructor(scope: Construct, environment: Environment, props: StackProps) {
    super(scope, resourceName(environment, 'identity'), props);
    const pool = new cognito.UserPool(this, 'Users', {
      userPoolName: resourceName(environment, 'users'),
      selfSignUpEnabled: true,
      signInAliases: { email: true },
      signInCaseSensitive: false,
      autoVerify: { email: true },
      accountRecovery: cognito.AccountRecovery.EMAIL_ONLY,
      passwordPolicy: {
        minLength: 10, requireLowercase: true, requireUppercase: true, requireDigits: true, requireSymbols: false,
      },
      mfa: cognito.Mfa.OPTIONAL,
      mfaSecondFactor: { otp: true, sms: false },
      deletionProtection: environment.keepsData,
      removalPolicy: environment.keepsData ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
    });
    pool.addGroup('Admins', {
      groupName: 'admin', description: 'Resolves unknown ingredients, overrides approvals',
    });
    pool.addClient('App', {
      userPoolClientName: resourceName(environment, 'app'),
      authFlows: { userSrp: true },
      disableOAuth: true,
      preventUserExistenceErrors: true,
      accessTokenValidity: Duration.hours(1),
      refreshTokenValidity: Duration.days(30),
    });

    const serviceScope = new cognito.ResourceServerScope({
      scopeName: 'service', scopeDescription: 'RPCs that services alone may call',
    });
    const server = pool.addResourceServer('Services', {
      userPoolResourceServerName: resourceName(environment, 'services'),
      identifier: 'smart-cooking',
      scopes: [serviceScope],
    });
    const domain = pool.addDomain('Domain', {
      // A domain prefix is unique in its region over all accounts.
      cognitoDomain: { domainPrefix: `smart-cooking-${environment.name}-${this.account}` },
    });
    this.issuer = pool.userPoolProviderUrl;
    this.tokenURL = `${domain.baseUrl()}/oauth2/token`;

    const owners = services.map(({ name }) => name).filter(ownsSlice);
    this.secrets = new Map(owners.map((name) => {
      const client = pool.addClient(`${name}-client`, {
        userPoolClientName: resourceName(environment, name),
        generateSecret: true,
        oAuth: {
          flows: { clientCredentials: true }, scopes: [cognito.OAuthScope.resourceServer(server, serviceScope)],
        },
        accessTokenValidity: Duration.hours(1),
      });
      const resource = client.node.defaultChild as cognito.CfnUserPoolClient;
      // Left out, this list would let people sign in through the client of a service.
      resource.explicitAuthFlows = ['ALLOW_REFRESH_TOKEN_AUTH'];
      const { attrClientId, attrClientSecret } = resource;
      return [name, new Secret(this, `${name}-secret`, {
        secretName: resourceName(environment, name),
        description: `What ${name} proves itself and signs page tokens with`,
        generateSecretString: {
          secretStringTemplate: this.toJsonString({ clientId: attrClientId, clientSecret: attrClientSecret }),
          generateStringKey: 'pageTokenKey',
          passwordLength: 64,
          excludePunctuation: true,
        },
      })];
    }));
  }
}
