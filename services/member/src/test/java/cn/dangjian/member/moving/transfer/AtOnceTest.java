package cn.dangjian.member.moving.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.testkit.Api;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** What is said twice, or by two at the same time. */
class AtOnceTest extends Moves {

    @Test
    void ofTwoAcceptancesAtTheSameTimeOneMovesHim() throws Exception {
        long member = persons.member(ORIGIN, "行三");
        long id = admitted(member);
        int before = arrivals(member);
        var start = new CountDownLatch(1);
        try (var threads = Executors.newFixedThreadPool(2)) {
            Callable<Api.Answer> accept = () -> {
                start.await();
                return step(DESTINATION, id, "acceptance", Map.of());
            };
            var one = threads.submit(accept);
            var other = threads.submit(accept);
            start.countDown();

            var statuses = List.of(one.get().status(), other.get().status());

            assertThat(statuses).containsExactlyInAnyOrder(200, 409);
        }
        assertThat(arrivals(member)).isEqualTo(before + 1);
    }

    /** Each step is one transaction, with the event and the stored answer: what was killed is asked again. */
    @Test
    void eachStepThatIsSentAgainIsTakenOnce() {
        long member = persons.member(ORIGIN, "行四");
        var asked = twice(ORIGIN, "/v1/members/" + member + "/transfers", to(DESTINATION), 201);
        long id = asked.json().at("/transfer/id").asLong();
        int before = arrivals(member);

        twice(ABOVE_ORIGIN, id, "approval");
        twice(ABOVE_ORIGIN, id, "letter");
        twice(ABOVE_ORIGIN, id, "prolongation");
        twice(DESTINATION, id, "return");
        twice(ORIGIN, id, "correction");
        twice(ABOVE_ORIGIN, id, "approval");
        twice(ABOVE_ORIGIN, id, "letter");
        twice(ABOVE_DESTINATION, id, "admission");
        twice(DESTINATION, id, "acceptance");
        twice(ABOVE_DESTINATION, id, "receipt");

        assertThat(arrivals(member)).isEqualTo(before + 1);
        var seen = seen(DESTINATION, id);
        assertThat(seen.at("/transfer/round").asInt()).isEqualTo(2);
        assertThat(seen.path("version").asInt())
                .isEqualTo(seen.path("journal").size())
                .isEqualTo(11);
    }

    private void twice(long by, long id, String step) {
        twice(by, "/v1/transfers/" + id + "/" + step, said(step), 200);
    }

    private Api.Answer twice(long by, String path, Object body, int status) {
        String key = UUID.randomUUID().toString();
        var first = api.post(path, body).as(tokens.at(by)).key(key).send();
        var again = api.post(path, body).as(tokens.at(by)).key(key).send();
        assertThat(first.status()).as(path + " " + first).isEqualTo(status);
        assertThat(again.body()).isEqualTo(first.body());
        return first;
    }

    @Test
    void ofTwoRequestsAtTheSameTimeOneIsOpened() throws Exception {
        long member = persons.member(ORIGIN, "行十一");
        var statuses = new ArrayList<Integer>();
        var start = new CountDownLatch(1);
        try (var threads = Executors.newFixedThreadPool(2)) {
            Callable<Integer> request = () -> {
                start.await();
                return ask(ORIGIN, member, to(DESTINATION)).status();
            };
            var answers = List.of(threads.submit(request), threads.submit(request));
            start.countDown();
            for (var answer : answers) statuses.add(answer.get());
        }
        assertThat(statuses).containsExactlyInAnyOrder(201, 409);
    }
}
