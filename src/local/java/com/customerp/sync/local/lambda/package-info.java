/**
 * Lambda on one machine: the runtime API that a function polls, and the packaged function as a process of its own. The
 * same for the JVM and the native package.
 */
package com.customerp.sync.local.lambda;
