/**
 * A simulator of the PowerOffice Go API v2 that keeps poweroffice-go-v2.md and its OpenAPI document strictly, and
 * misbehaves only when told to. {@link com.customerp.sync.local.poweroffice.PowerOfficeSimulator} is the way in; what a
 * resource consists of is in the tables ({@code CustomerTable}, ...), what is special about it in its {@code Rules}.
 */
package com.customerp.sync.local.poweroffice;
