package io.slipway.deployment.check;

/**
 * Published once when a check comes to a verdict, in the transaction in which it does.
 *
 * @param subject what it was watched for
 * @param reason one sentence with the figures
 */
public record CheckJudged(String subject, CheckVerdict verdict, String reason) {
}
