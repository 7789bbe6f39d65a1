package io.slipway.monitor.operation.web;

/**
 * One state of jobs as a tab.
 *
 * @param id the state's name in the address
 * @param address where it leads
 * @param count how many there are, over all models
 */
record JobTab(String id, String address, int count, boolean current) {
}
