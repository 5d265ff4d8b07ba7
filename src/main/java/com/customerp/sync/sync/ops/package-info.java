/** What an operator asks for: status, dry run, explanation, repair (functions.md, "ops"). No answer holds a value of a record. */
package com.customerp.sync.sync.ops;
