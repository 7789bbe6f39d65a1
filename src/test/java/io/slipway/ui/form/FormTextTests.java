package io.slipway.ui.form;

import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.springframework.core.ResolvableType;
import org.springframework.validation.DataBinder;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every form holds text without blanks around it and without nulls; a password is what
 * was typed.
 */
class FormTextTests {

    @Test
    void trimsWhateverAFormHoldsAndItsRows() {
        Form form = bind(Form.class, Map.of("name", " Refunds ", "text", "a\r\n b\r\n", "rows[0].note", " first"));
        assertThat(form).isEqualTo(new Form("Refunds", "a\n b", "", List.of(new Row("first"))));
    }

    @Test
    void leavesAFormWithAPasswordAsItWasSent() {
        assertThat(bind(Secret.class, Map.of("name", " Rhea", "newPassword", " two words ")))
            .isEqualTo(new Secret(" Rhea", " two words "));
    }

    @Test
    void readsWholeNumbersAndChoices() {
        assertThat(FormText.number("")).isZero();
        assertThat(FormText.number("42")).isEqualTo(42);
        assertThat(FormText.number("4.2")).isNegative();
        assertThat(FormText.choice(Thread.State.class, "NEW")).isEqualTo(Thread.State.NEW);
        assertThat(FormText.choice(Thread.State.class, "new")).isNull();
        assertThat(FormText.choice(Thread.State.class, "")).isNull();
    }

    private static <F> F bind(Class<F> type, Map<String, String> fields) {
        DataBinder binder = new DataBinder(null, "form");
        binder.setTargetType(ResolvableType.forClass(type));
        FormText.bind(binder);
        binder.construct(new DataBinder.ValueResolver() {

            @Override
            public @Nullable Object resolveValue(String name, Class<?> of) {
                return fields.get(name);
            }

            @Override
            public Set<String> getNames() {
                return fields.keySet();
            }

        });
        return type.cast(binder.getTarget());
    }

    private record Form(String name, String text, String unsent, List<Row> rows) {
    }

    private record Row(String note) {
    }

    private record Secret(String name, String newPassword) {
    }

}
