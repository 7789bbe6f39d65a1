package io.slipway.ui.log;

import java.util.Arrays;

import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.StackTraceElementProxy;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.logging.logback.ExtendedWhitespaceThrowableProxyConverter;

/**
 * A stack trace in which each message keeps to one line: exceptions tell what they could
 * not read.
 */
class PlainThrowable extends ExtendedWhitespaceThrowableProxyConverter {

    @Override
    protected String throwableProxyToString(IThrowableProxy thrown) {
        return super.throwableProxyToString(new Plain(thrown));
    }

    /** What was thrown, with its message and those of its causes on one line each. */
    private record Plain(IThrowableProxy thrown) implements IThrowableProxy {

        @Override
        public @Nullable String getMessage() {
            return PlainText.escaped(this.thrown.getMessage());
        }

        @Override
        public @Nullable String getOverridingMessage() {
            return PlainText.escaped(this.thrown.getOverridingMessage());
        }

        @Override
        public String getClassName() {
            return this.thrown.getClassName();
        }

        @Override
        public StackTraceElementProxy[] getStackTraceElementProxyArray() {
            return this.thrown.getStackTraceElementProxyArray();
        }

        @Override
        public int getCommonFrames() {
            return this.thrown.getCommonFrames();
        }

        @Override
        public @Nullable IThrowableProxy getCause() {
            return (this.thrown.getCause() != null) ? new Plain(this.thrown.getCause()) : null;
        }

        @Override
        public IThrowableProxy[] getSuppressed() {
            return Arrays.stream(this.thrown.getSuppressed()).map(Plain::new).toArray(IThrowableProxy[]::new);
        }

        @Override
        public boolean isCyclic() {
            return this.thrown.isCyclic();
        }

    }

}
