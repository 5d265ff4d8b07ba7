package com.customerp.sync.local;

import java.net.URI;

/** Where the simulated systems listen. */
record Addresses(URI customerp, URI powerOffice, URI token) {}
