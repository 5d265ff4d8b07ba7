/**
 * What both simulators share: requests and answers without a socket, a small server for the local run, a log of
 * requests and programmable faults. Wrapped around each other in this order: server, log, faults, simulator.
 */
package com.customerp.sync.local.http;
