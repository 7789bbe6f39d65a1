package io.slipway.ui;

/**
 * Refuses input for a reason that only the service knows, such as a key already taken;
 * the page shows the reason at the field and keeps what was typed.
 */
@SuppressWarnings("serial")
public class InvalidInputException extends RuntimeException {

    private final String field;

    private final String code;

    private final transient Object[] arguments;

    /**
     * Refuses the value of a field.
     * @param field name of the form's component; empty for the form as a whole
     * @param code key of the message
     * @param arguments arguments of the message
     */
    public InvalidInputException(String field, String code, Object... arguments) {
        super(field + ": " + code);
        this.field = field;
        this.code = code;
        this.arguments = arguments.clone();
    }

    /**
     * The field at fault.
     * @return the field's name, or empty
     */
    public String field() {
        return this.field;
    }

    /**
     * The key of the message.
     * @return the key
     */
    public String code() {
        return this.code;
    }

    /**
     * The arguments of the message.
     * @return a copy of the arguments
     */
    public Object[] arguments() {
        return this.arguments.clone();
    }

}
