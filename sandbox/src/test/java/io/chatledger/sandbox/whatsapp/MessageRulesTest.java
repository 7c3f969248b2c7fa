package io.chatledger.sandbox.whatsapp;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** In the JSON here, apostrophes stand for quotes. */
class MessageRulesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'type':'text','text':{'body':'hola','preview_url':false},'context':{'message_id':'wamid.A'}",
                "'text':{'body':'a text without a type'}",
                "'type':'image','image':{'link':'https://example.org/a.jpg','caption':'a'}",
                "'type':'audio','audio':{'id':'123'}",
                "'type':'location','location':{'latitude':37.75,'longitude':'-122.42'}",
                "'type':'reaction','reaction':{'message_id':'wamid.A','emoji':''}",
                "'type':'contacts','contacts':[{'name':{'formatted_name':'A'}}]",
                "'type':'template','template':{'name':'a','language':{'code':'es'}}",
                "'type':'interactive','interactive':{'type':'button','body':{'text':'?'},'action':{'buttons':"
                        + "[{'type':'reply','reply':{'id':'1','title':'Si'}}]}}",
                "'type':'interactive','interactive':{'type':'list','body':{'text':'?'},'action':{'button':'Ver',"
                        + "'sections':[{'rows':[{'id':'1','title':'Uno'}]}]}}"
            })
    void takesWhatIsDocumented(String content) {
        JsonNode message = message("'to':'+56 9 1234 5678'," + content);
        assertThatCode(() -> MessageRules.check(message)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "100    | 'type':'carrier-pigeon'",
                "131008 | 'type':'text'",
                "131008 | 'type':'text','text':{'preview_url':true}",
                "100    | 'type':'text','text':{'body':''}",
                "100    | 'type':'text','text':{'body':7}",
                "131009 | 'type':'image','image':{'id':'1','link':'https://example.org/a'}",
                "131009 | 'type':'image','image':{'caption':'neither id nor link'}",
                "131009 | 'type':'image','image':{'link':'ftp://example.org/a'}",
                "100    | 'type':'audio','audio':{'id':'1','caption':'a'}",
                "131009 | 'type':'location','location':{'latitude':91,'longitude':0}",
                "131008 | 'type':'location','location':{'latitude':1}",
                "131008 | 'type':'contacts','contacts':[]",
                "131008 | 'type':'template','template':{'name':'a'}",
                "131008 | 'type':'interactive','interactive':{'type':'button','body':{'text':'?'}}",
                "100    | 'recipient_type':'group','type':'text','text':{'body':'a'}"
            })
    void refusesWithTheDocumentedCode(int code, String content) {
        refused(code, "'to':'56912345678'," + content);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {"131009 | 'to':'call me'", "131009 | 'recipient':'12'", "131008 | 'x':1"})
    void refusesWithoutAReachableRecipient(int code, String recipient) {
        refused(code, recipient + ",'type':'text','text':{'body':'a'}");
    }

    @Test
    void takesATextOf4096CharactersAndNotOneMore() {
        String most = "😀".repeat(4096);
        assertThatCode(() -> MessageRules.check(message("'to':'56912345678','text':{'body':'" + most + "'}")))
                .doesNotThrowAnyException();
        refused(100, "'to':'56912345678','text':{'body':'" + most + "a'}");
    }

    @Test
    void takesThreeButtonsAndNotFour() {
        assertThatCode(() -> MessageRules.check(message(buttons(3)))).doesNotThrowAnyException();
        refused(131009, buttons(4));
    }

    @Test
    void takesTenRowsAndNotEleven() {
        assertThatCode(() -> MessageRules.check(message(rows(10)))).doesNotThrowAnyException();
        refused(131009, rows(11));
    }

    @Test
    void refusesAnythingButWhatsApp() {
        JsonNode message = json("{'messaging_product':'sms','to':'56912345678','text':{'body':'a'}}");
        assertThatExceptionOfType(GraphProblem.class).isThrownBy(() -> MessageRules.check(message));
    }

    private static String buttons(int count) {
        String buttons = "{'type':'reply','reply':{'id':'%1$d','title':'Button %1$d'}}";
        return interactive(
                "'type':'button','body':{'text':'?'},'action':{'buttons':[" + repeated(buttons, count) + "]}");
    }

    private static String rows(int count) {
        String row = "{'id':'%1$d','title':'Row %1$d'}";
        return interactive("'type':'list','body':{'text':'?'},'action':{'button':'Ver','sections':[{'rows':["
                + repeated(row, count) + "]}]}");
    }

    private static String interactive(String content) {
        return "'to':'56912345678','type':'interactive','interactive':{" + content + "}";
    }

    private static String repeated(String pattern, int count) {
        return java.util.stream.IntStream.range(0, count)
                .mapToObj(i -> pattern.formatted(i))
                .collect(java.util.stream.Collectors.joining(","));
    }

    private static void refused(int code, String message) {
        JsonNode json = message(message);
        assertThatExceptionOfType(GraphProblem.class)
                .isThrownBy(() -> MessageRules.check(json))
                .extracting(problem -> problem.code().code())
                .isEqualTo(code);
    }

    private static JsonNode message(String members) {
        return json("{'messaging_product':'whatsapp'," + members + "}");
    }

    private static JsonNode json(String apostrophes) {
        return JsonMapper.shared().readTree(apostrophes.replace('\'', '"'));
    }
}
