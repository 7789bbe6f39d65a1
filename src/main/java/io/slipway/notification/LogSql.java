package io.slipway.notification;

import java.util.List;

import io.slipway.input.KeyPage;

/**
 * The statements that read pages of notifications, each through an index and in its
 * order.
 */
final class LogSql {

    /** Recipient, state, id before which, most. */
    static final String NOTICES = "where n.recipient = ? and n.notice = ? and n.id < ? order by n.id desc limit ?";

    private LogSql() {
    }

    static String log(LogQuery query, long before, List<Object> parameters) {
        StringBuilder sql = new StringBuilder("where n.id < ?");
        parameters.add(before);
        if (!query.release().isBlank()) {
            sql.append(" and n.release_key = ?");
            parameters.add(query.release().strip());
        }
        if (!query.recipient().isBlank()) {
            sql.append(" and n.recipient = ?");
            parameters.add(query.recipient().strip());
        }
        if (query.state() != null) {
            sql.append(" and n.mail = ?");
            parameters.add(query.state().name());
        }
        parameters.add(KeyPage.SIZE + 1);
        return sql.append(" order by n.id desc limit ?").toString();
    }

}
