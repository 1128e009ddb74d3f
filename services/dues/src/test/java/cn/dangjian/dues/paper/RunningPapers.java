package cn.dangjian.dues.paper;

import static cn.dangjian.dues.Payers.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.dues.RunningDues;
import cn.dangjian.testkit.Province;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The whole service, and what it prints. */
abstract class RunningPapers extends RunningDues {

    static final long BRANCH = Province.VILLAGE;

    private static final AtomicLong ACCOUNTS = new AtomicLong(770_000);

    @LocalServerPort
    int port;

    /** A member with an account of his own, who owes 15.00 of this month. */
    record Owing(long member, long account) {}

    Owing owing(long branch, long county) {
        long member = payers.member(branch);
        payers.base(branch, member, "SALARY", "3000", NOW);
        payers.bill(county, NOW);
        payers.settled();
        long account = ACCOUNTS.incrementAndGet();
        jdbc.sql("insert into member_account (member_id, account_id) values (:member, :account)")
                .param("member", member)
                .param("account", account)
                .update();
        return new Owing(member, account);
    }

    Owing owing() {
        return owing(BRANCH, Province.COUNTY);
    }

    long paid(Owing owing) {
        var answer = payers.pay(BRANCH, owing.member(), "15.00");
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return answer.json().path("id").asLong();
    }

    byte[] printed(String path, String token) {
        var answer = print(path, token);
        assertThat(answer.statusCode()).as(new String(answer.body())).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/pdf");
        return answer.body();
    }

    HttpResponse<byte[]> print(String path, String token) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .POST(HttpRequest.BodyPublishers.noBody())
                .header("Authorization", "Bearer " + token)
                .build();
        try (var client = HttpClient.newHttpClient()) {
            return client.send(request, BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    int prints(long member) {
        return jdbc.sql("select count(*) from paper_print where member_id = :member")
                .param("member", member)
                .query(Integer.class)
                .single();
    }
}
