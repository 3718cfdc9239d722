import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { ITable } from 'aws-cdk-lib/aws-dynamodb';
import { slices, SliceOwner } from './slices';

/** What a store does to an item. `TransactGetItems` and `TransactWriteItems` are granted by these item by
 *  item. No Scan and no PartiQL: neither names a partition key. */
const keyedActions = [
  'dynamodb:GetItem', 'dynamodb:BatchGetItem', 'dynamodb:Query', 'dynamodb:PutItem', 'dynamodb:UpdateItem',
  'dynamodb:DeleteItem', 'dynamodb:BatchWriteItem', 'dynamodb:ConditionCheckItem',
];

/** Lets a role touch the partition keys of one slice, and no other item of the table.
 *
 *  `ForAllValues` holds for a request without keys too, so `Null` demands that there are some. For a query
 *  of an index `dynamodb:LeadingKeys` is the partition key of that index. */
export function sliceStatements(table: ITable, owner: SliceOwner): PolicyStatement[] {
  const conditions = {
    'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': slices[owner].map((prefix) => `${prefix}*`) },
    Null: { 'dynamodb:LeadingKeys': 'false' },
  };
  return [
    new PolicyStatement({ sid: 'OwnItems', actions: keyedActions, resources: [table.tableArn], conditions }),
    new PolicyStatement({
      sid: 'OwnIndexKeys', actions: ['dynamodb:Query'], resources: [`${table.tableArn}/index/*`], conditions,
    }),
  ];
}
