package dev.latchkey.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.List;

class CallTest extends DoorTest {

    @Override
    DoorSettings settings() {
        return DoorSettings.defaults()
                .withTrustedProxies(List.of(AddressRange.parse("127.0.0.1/32")));
    }

    private String says(String request) {
        return ask(request).body();
    }

    @Test
    void query_parameters_are_decoded() {
        assertThat(says(get("/query?q=a+b%26&x=y&q=%C3%A9&q"))).isEqualTo("a:[a b&, é, ]");
        assertThat(says(get("/query"))).isEqualTo("a:[]");
        assertThat(says(get("/query?"))).isEqualTo("a:[]");
        assertThat(says(get("/query?a?b/c=1&q=2"))).isEqualTo("a:[2]");
    }

    @Test
    void a_broken_query_is_refused_only_where_it_is_read() {
        assertThat(says(get("/query?q=%zz"))).isEqualTo("a failed with 400");
        assertThat(says(get("/query?other=%ff"))).isEqualTo("a failed with 400");
        assertThat(says(get("/hello?q=%zz"))).isEqualTo("a:hello");
    }

    @Test
    void cookies_are_found_among_others() {
        assertThat(says(get("/cookie", "Cookie: x=1; sid=v=1 ; sid=2"))).isEqualTo("a:v=1");
        assertThat(says(get("/cookie", "Cookie: SID=1;xsid=2"))).isEqualTo("a:null");
        assertThat(says(get("/cookie", "Cookie: a", "cookie: ;;sid=\"q\""))).isEqualTo("a:q");
        assertThat(says(get("/cookie", "Cookie: sid"))).isEqualTo("a:null");
        assertThat(says(get("/cookie", "Cookie: sid="))).isEqualTo("a:");
    }

    @Test
    void remote_is_the_client_behind_a_trusted_proxy() {
        assertThat(says(get("/remote"))).isEqualTo("a:127.0.0.1");
        assertThat(says(get("/remote", "X-Forwarded-For: 8.8.8.8, 9.9.9.9")))
                .isEqualTo("a:9.9.9.9");
    }

    @Test
    void bodies_are_read_as_json_and_as_forms() {
        var json = "Content-Type: application/json";
        var form = "Content-Type: application/x-www-form-urlencoded";

        assertThat(says(post("/json", "{\"a\":\"b\"}", json))).isEqualTo("a:b");
        assertThat(says(post("/json", "{\"a\":", json))).isEqualTo("a failed with 400");
        assertThat(says(post("/json", "{\"a\":\"b\"}", form))).isEqualTo("a failed with 415");
        assertThat(says(post("/json", "{\"a\":\"b\"}"))).isEqualTo("a failed with 415");
        assertThat(says(post("/form", "a=b", form))).isEqualTo("a:b");
        assertThat(says(post("/form", "a=%", form))).isEqualTo("a failed with 400");
    }
}
