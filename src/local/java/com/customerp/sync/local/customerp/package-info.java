/**
 * CustomERP as its contract describes it (customerp.openapi.yaml), in memory: for tests and the local run. One table of
 * members per collection ({@link com.customerp.sync.local.customerp.Schemas}) drives all six collections.
 */
package com.customerp.sync.local.customerp;
