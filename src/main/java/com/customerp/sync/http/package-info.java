/** What both adapters share about HTTP: single requests, answers of any kind, what failures mean, when to repeat. */
package com.customerp.sync.http;
