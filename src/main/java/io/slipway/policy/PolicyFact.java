package io.slipway.policy;

import java.util.List;

/**
 * One thing that a decision was based on, or that it says, in words.
 *
 * @param values what it is like; several where several rows said something
 */
public record PolicyFact(String label, List<String> values) {
}
