package io.slipway.notification;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What people type cannot break out of the line that becomes a mail's subject, and a
 * refused mail is tried for days at growing distances.
 */
class MatterTests {

    @Test
    void keepsItsTitleOnOneReadableLine() {
        assertThat(matter("Pay\r\nBcc: all@example.com\r\n\r\n").title()).isEqualTo("Pay Bcc: all@example.com");
        assertThat(matter("a\u2028b\u202ec\u0000d").title()).isEqualTo("a b c d");
        assertThat(matter("🚢".repeat(300)).title()).hasSizeLessThanOrEqualTo(400).endsWith("🚢…");
    }

    @Test
    void waitsLongerAfterEachAttempt() {
        assertThat(MailQueue.pause(1)).isEqualTo(Duration.ofMinutes(1));
        assertThat(MailQueue.pause(2)).isEqualTo(Duration.ofMinutes(2));
        assertThat(MailQueue.pause(9)).isEqualTo(Duration.ofMinutes(256));
        assertThat(MailQueue.pause(10)).isEqualTo(Duration.ofHours(6));
    }

    private static Matter matter(String title) {
        return new Matter("test", NotificationKind.TASK, null, title, "", List.of(), "/");
    }

}
