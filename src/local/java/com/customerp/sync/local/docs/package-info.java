/** Makes the documents under {@code docs} that the mapping tables tell by themselves. */
@org.jspecify.annotations.NullMarked
package com.customerp.sync.local.docs;
