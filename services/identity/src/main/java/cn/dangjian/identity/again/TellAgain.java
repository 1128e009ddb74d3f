package cn.dangjian.identity.again;

import cn.dangjian.identity.post.Posts;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Goes on with what is to be told again: a page in each transaction, so that what a process has left the next one tells. */
@Service
class TellAgain {

    private final RetellingTable table;
    private final Posts posts;
    private final TransactionTemplate transaction;

    TellAgain(RetellingTable table, Posts posts, TransactionTemplate transaction) {
        this.table = table;
        this.posts = posts;
        this.transaction = transaction;
    }

    @Scheduled(fixedDelayString = "PT1S")
    void tellAgain() {
        while (Boolean.TRUE.equals(transaction.execute(status -> tellPage()))) {
            // one transaction after the other, until all is told
        }
    }

    private boolean tellPage() {
        var page = table.take();
        if (page.isEmpty()) return false;
        if (posts.announceAgain(page.get())) table.advance();
        else table.done();
        return true;
    }
}
