package io.slipway.validation.report;

import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import io.slipway.input.InvalidInputException;

/**
 * A JSON document, token by token, within limits, and never held as a whole.
 */
final class JsonSource implements AutoCloseable {

    private static final int MOST_DEPTH = 100;

    private static final int LONGEST_TEXT = 1_000_000;

    private static final int LONGEST_NAME = 2000;

    private static final int LONGEST_NUMBER = 100;

    private static final JsonFactory FACTORY = JsonFactory.builder()
        .streamReadConstraints(StreamReadConstraints.builder()
            .maxNestingDepth(MOST_DEPTH)
            .maxStringLength(LONGEST_TEXT)
            .maxNameLength(LONGEST_NAME)
            .maxNumberLength(LONGEST_NUMBER)
            .build())
        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
        .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
        .build();

    private final JsonParser json;

    JsonSource(InputStream in) throws IOException {
        this.json = FACTORY.createParser(in).disable(JsonParser.Feature.AUTO_CLOSE_SOURCE);
    }

    /** Reads the whole document, which has to be an object, field by field. */
    void document(Fields fields) throws IOException {
        try {
            if (this.json.nextToken() != JsonToken.START_OBJECT) {
                throw refuse("json-object");
            }
            fields(fields);
            if (this.json.nextToken() != null) {
                throw refuse("json-more");
            }
        }
        catch (JsonEOFException ex) {
            throw refuse(ex, "truncated");
        }
        catch (StreamConstraintsException ex) {
            throw refuse(ex, "json-limit", MOST_DEPTH, LONGEST_TEXT / 1000);
        }
        catch (CharConversionException ex) {
            throw refuse("malformed");
        }
        catch (JsonParseException ex) {
            throw refuse(ex, String.valueOf(ex.getMessage()).contains("Duplicate field") ? "json-twice" : "malformed");
        }
    }

    /**
     * Reads the object that begins here; anything else is passed over. The receiver
     * stands on the value of each field, and what it leaves is passed over.
     */
    void fields(Fields fields) throws IOException {
        if (this.json.currentToken() != JsonToken.START_OBJECT) {
            this.json.skipChildren();
            return;
        }
        while (this.json.nextToken() == JsonToken.FIELD_NAME) {
            String name = this.json.currentName();
            this.json.nextToken();
            fields.value(name);
            finish();
        }
    }

    /**
     * Reads the array that begins here; anything else is passed over.
     * @return whether there was an array
     */
    boolean elements(Elements elements) throws IOException {
        if (this.json.currentToken() != JsonToken.START_ARRAY) {
            this.json.skipChildren();
            return false;
        }
        for (int index = 0; this.json.nextToken() != JsonToken.END_ARRAY; index++) {
            elements.value(index);
            finish();
        }
        return true;
    }

    private void finish() throws IOException {
        if (this.json.currentToken() == JsonToken.START_OBJECT || this.json.currentToken() == JsonToken.START_ARRAY) {
            this.json.skipChildren();
        }
    }

    /** The text that stands here, cut down; empty if there is none. */
    String text(int most) throws IOException {
        return this.json.currentToken().isScalarValue() && this.json.currentToken() != JsonToken.VALUE_NULL
                ? Clip.to(most, this.json.getText()) : "";
    }

    /** The whole number that stands here; -1 if there is none. */
    int number() throws IOException {
        return (this.json.currentToken() == JsonToken.VALUE_NUMBER_INT && this.json.getText().matches("\\d{1,9}"))
                ? this.json.getIntValue() : -1;
    }

    boolean isTrue() {
        return this.json.currentToken() == JsonToken.VALUE_TRUE;
    }

    boolean isObject() {
        return this.json.currentToken() == JsonToken.START_OBJECT;
    }

    boolean isText() {
        return this.json.currentToken() == JsonToken.VALUE_STRING;
    }

    /** Whether something other than nothing stands here. */
    boolean isThere() {
        return this.json.currentToken() != JsonToken.VALUE_NULL;
    }

    InvalidInputException refuse(String code, Object... more) {
        return Refusal.at(this.json.currentLocation().getLineNr(), this.json.currentLocation().getColumnNr(), code,
                more);
    }

    private static InvalidInputException refuse(JsonProcessingException ex, String code, Object... more) {
        long line = (ex.getLocation() != null) ? ex.getLocation().getLineNr() : 1;
        long column = (ex.getLocation() != null) ? ex.getLocation().getColumnNr() : 1;
        return Refusal.at(line, column, code, more);
    }

    @Override
    public void close() throws IOException {
        this.json.close();
    }

    /** Receives the fields of an object. */
    @FunctionalInterface
    interface Fields {

        void value(String name) throws IOException;

    }

    /** Receives the elements of an array. */
    @FunctionalInterface
    interface Elements {

        void value(int index) throws IOException;

    }

}
