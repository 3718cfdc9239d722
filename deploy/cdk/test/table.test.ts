import { Match } from 'aws-cdk-lib/assertions';
import { test } from 'node:test';
import assert = require('node:assert/strict');
import { deployed } from './fixture';

for (const { environment, templates, name } of deployed) {
  test(`${environment.name}: one table with three indexes of all attributes, a ttl, paid by request`, () => {
    templates.table.resourceCountIs('AWS::DynamoDB::Table', 1);
    templates.table.hasResourceProperties('AWS::DynamoDB::Table', {
      TableName: name('data'),
      BillingMode: 'PAY_PER_REQUEST',
      KeySchema: [{ AttributeName: 'PK', KeyType: 'HASH' }, { AttributeName: 'SK', KeyType: 'RANGE' }],
      AttributeDefinitions: ['PK', 'SK', 'GSI1PK', 'GSI1SK', 'GSI2PK', 'GSI2SK', 'GSI3PK', 'GSI3SK']
        .map((attribute) => ({ AttributeName: attribute, AttributeType: 'S' })),
      GlobalSecondaryIndexes: ['GSI1', 'GSI2', 'GSI3'].map((index) => ({
        IndexName: index,
        KeySchema: [
          { AttributeName: `${index}PK`, KeyType: 'HASH' }, { AttributeName: `${index}SK`, KeyType: 'RANGE' },
        ],
        Projection: { ProjectionType: 'ALL' },
      })),
      TimeToLiveSpecification: { AttributeName: 'ttl', Enabled: true },
      SSESpecification: { SSEEnabled: true },
    });
  });

  const isProduction = environment.name === 'prod';
  test(`${environment.name}: the table ${isProduction ? 'outlives' : 'goes with'} its stack`, () => {
    templates.table.hasResource('AWS::DynamoDB::Table', {
      DeletionPolicy: isProduction ? 'Retain' : 'Delete',
      UpdateReplacePolicy: isProduction ? 'Retain' : 'Delete',
      Properties: {
        DeletionProtectionEnabled: isProduction,
        PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: isProduction },
      },
    });
  });

  test(`${environment.name}: the table's stack holds nothing else`, () => {
    const types = Object.values(templates.table.toJSON()['Resources'] as object).map(({ Type }) => Type);
    assert.deepEqual(types, ['AWS::DynamoDB::Table']);
    templates.services.resourcePropertiesCountIs('AWS::DynamoDB::Table', Match.anyValue(), 0);
  });
}
