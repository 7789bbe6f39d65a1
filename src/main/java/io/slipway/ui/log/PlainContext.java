package io.slipway.ui.log;

import ch.qos.logback.classic.pattern.MDCConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;

/**
 * Who and which release a line is about: the key of a release comes from an address.
 */
class PlainContext extends MDCConverter {

    @Override
    public String convert(ILoggingEvent event) {
        return PlainText.escaped(super.convert(event));
    }

}
