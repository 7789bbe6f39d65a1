package io.slipway.ui.log;

import ch.qos.logback.classic.pattern.MessageConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;

/**
 * A message on one line. Only why the portal does not start is told on several.
 */
class PlainMessage extends MessageConverter {

    private static final String SEVERAL_LINES = "org.springframework.boot.diagnostics.";

    @Override
    public String convert(ILoggingEvent event) {
        String message = super.convert(event);
        return event.getLoggerName().startsWith(SEVERAL_LINES) ? message : PlainText.escaped(message);
    }

}
