package io.slipway.permit;

import java.util.Arrays;
import java.util.function.Predicate;

/**
 * The process models by which permits run: the one of all new ones, and the two that it
 * replaced, whose running instances finish as they began.
 */
public enum PermitModel {

    /** The model of new permits, of whatever kind. */
    PERMIT("PermitProcess", "", "WithdrawPermit", "rejected", "granted"),
    /** The former model of exceptions from freezes. */
    FREEZE_EXCEPTION("FreezeExceptionProcess", "freeze-exception", "WithdrawFreezeException", "exceptionRejected",
            "exceptionGranted"),
    /** The former model of waivers of failed gates. */
    WAIVER("QualityWaiverProcess", "waiver", "WithdrawWaiver", "waiverRejected", "waiverGranted");

    /** The variable that holds the kind; former models have none. */
    public static final String KIND = "kind";

    private final String process;

    private final String kind;

    private final String withdraw;

    private final String rejected;

    private final String granted;

    PermitModel(String process, String kind, String withdraw, String rejected, String granted) {
        this.process = process;
        this.kind = kind;
        this.withdraw = withdraw;
        this.rejected = rejected;
        this.granted = granted;
    }

    /**
     * The model of a process.
     * @return the model; refuses others than those of permits
     */
    public static PermitModel of(String process) {
        return Arrays.stream(values()).filter((model) -> model.process.equals(process)).findFirst().orElseThrow();
    }

    /**
     * The model of a running instance, told by its variables.
     * @param has whether the instance has a variable
     */
    public static PermitModel running(Predicate<String> has) {
        return Arrays.stream(values()).filter((model) -> has.test(model.rejected)).findFirst().orElseThrow();
    }

    /** The id of the process. */
    public String process() {
        return this.process;
    }

    /**
     * The one kind of a former model.
     * @return the kind's id; empty if a variable tells the kind
     */
    public String kind() {
        return this.kind;
    }

    /** The variable that says whether somebody rejected it. */
    public String rejected() {
        return this.rejected;
    }

    /** The variable that says whether it was granted. */
    public String granted() {
        return this.granted;
    }

    String withdraw() {
        return this.withdraw;
    }

}
