package io.slipway.configuration.exchange;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import io.slipway.input.InvalidInputException;
import io.slipway.input.SpreadsheetCell;
import org.apache.commons.csv.CSVPrinter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Files are read as RFC 4180 says, marks and line ends tolerated, and what is hostile is
 * refused or made harmless.
 */
class CsvItemsTests {

    @Test
    void readsQuotedCellsMarksAndLineEnds() {
        List<ProposedItem> items = read(
                "\uFEFFKEY,Name,description\r\nA,\"Say \"\"hi\"\", all\",\"one\r\ntwo\"\r\n\r\nb,B,\n");
        assertThat(items).hasSize(2);
        assertThat(items.get(0).key()).isEqualTo("a");
        assertThat(items.get(0).value(Column.NAME)).isEqualTo("Say \"hi\", all");
        assertThat(items.get(0).value(Column.DESCRIPTION)).isEqualTo("one\ntwo");
        assertThat(items.get(0).value(Column.OWNER)).isNull();
        assertThat(items.get(1).value(Column.DESCRIPTION)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = { "key;name;type\nsrv_db_01;Server, 1;host\n",
            "\uFEFFkey\tname\ttype\r\nsrv_db_01\t\"Server, 1\"\thost",
            "sep=;\r\nkey;name;type\r\nsrv_db_01;Server, 1;host\r\n",
            "\"sep=,\"\nkey,name,type\nsrv_db_01,\"Server, 1\",host", "key,name,type\nsrv_db_01,\"Server, 1\",host",
            "asset,owner;key;name;type\n1;srv_db_01;Server, 1;host" })
    void readsWhateverSpreadsheetsPutBetweenCells(String text) {
        ProposedItem item = read(text).get(0);
        assertThat(item.key()).isEqualTo("srv_db_01");
        assertThat(item.value(Column.NAME)).isEqualTo("Server, 1");
        assertThat(item.value(Column.TYPE)).isEqualTo("host");
        assertThat(item.line()).isEqualTo(text.contains("sep=") ? 3 : 2);
        assertThat(item.problem()).isNull();
    }

    @Test
    void passesOverColumnsThatItDoesNotKnow() {
        ProposedItems read = CsvItems.read(bytes("key,asset_tag,name,,\nsrv-01,A1,Server 1,,\n"), 10);
        assertThat(read.passedOver()).containsExactly("asset_tag");
        assertThat(read.items().get(0).values()).containsOnlyKeys(Column.KEY, Column.NAME);
        assertThat(read.items().get(0).problem()).isNull();
    }

    @Test
    void tellsTheRowWithTooFewCells() {
        assertThat(read("key,name\na,b\nc\nd,e,f\n")).extracting(ProposedItem::problem)
            .containsExactly(null, "configuration.import.cells", "configuration.import.cells");
        assertThat(read("key,name\na,b\nc\n").get(1).line()).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~',
            value = { "~~|configuration.import.empty", "key,name|configuration.import.empty",
                    "key,colour\\na,b|configuration.import.column", "key,KEY\\na,b|configuration.import.column.twice",
                    "name\\na|configuration.import.key", "sep=^\\nkey|configuration.import.separator",
                    "key\\n\"a|configuration.import.unreadable", "key\\n\"a\"b\\n|configuration.import.unreadable" })
    void refusesWhatIsNoRegister(String text, String code) {
        assertThatExceptionOfType(InvalidInputException.class).isThrownBy(() -> read(text.replace("\\n", "\n")))
            .satisfies((refusal) -> assertThat(refusal.code()).isEqualTo(code));
    }

    @Test
    void refusesOtherCharactersAndTooManyRows() {
        byte[] latin = "key,name\na,\u00e4\n".getBytes(StandardCharsets.ISO_8859_1);
        assertThatExceptionOfType(InvalidInputException.class)
            .isThrownBy(() -> CsvItems.read(new ByteArrayInputStream(latin), 10))
            .satisfies((refusal) -> assertThat(refusal.code()).isEqualTo("configuration.import.characters"));
        assertThatExceptionOfType(InvalidInputException.class)
            .isThrownBy(() -> CsvItems.read(bytes("key\n" + "a\n".repeat(11)), 10))
            .satisfies((refusal) -> assertThat(refusal.code()).isEqualTo("configuration.import.rows"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "=1+1", "+1", "-1", "@SUM(A1)", "\tx", "'=1", "plain", "'tis", "", "a=b" })
    void writesFormulasAsTextAndReadsThemBack(String cell) throws IOException {
        StringBuilder file = new StringBuilder();
        CSVPrinter printer = CsvItems.begin(file);
        CsvItems.write(printer, Map.of(Column.KEY, "a", Column.NAME, cell));
        assertThat(SpreadsheetCell.escaped(cell)).doesNotMatch("(?s)[=+@\\t\\r-].*");
        assertThat(read(file.toString()).get(0).value(Column.NAME)).isEqualTo(cell.strip());
    }

    private static List<ProposedItem> read(String text) {
        return CsvItems.read(bytes(text), 100).items();
    }

    private static ByteArrayInputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

}
