package io.slipway.view;

/**
 * A view that somebody saved.
 *
 * @param owner user name of who saved it
 * @param query the query of its address
 * @param shared whether everybody sees it
 */
public record SavedView(long id, ViewedList list, String owner, String name, String query, boolean shared) {

    public String address() {
        return this.list.path() + (this.query.isEmpty() ? "" : "?" + this.query);
    }

}
