/** Invented customers and employees for the local run. */
package com.customerp.sync.local.sample;
