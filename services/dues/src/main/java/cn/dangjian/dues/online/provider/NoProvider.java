package cn.dangjian.dues.online.provider;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;

/** Where nobody pays online. */
final class NoProvider implements PaymentProvider {

    @Override
    public boolean isOpen() {
        return false;
    }

    @Override
    public String merchant() {
        return "";
    }

    @Override
    public Duration orderLife() {
        return Duration.ZERO;
    }

    @Override
    public String place(Placing placing) {
        throw nobody();
    }

    @Override
    public Optional<Trade> find(String number) {
        throw nobody();
    }

    @Override
    public boolean close(String number) {
        throw nobody();
    }

    @Override
    public Returned refund(Returning returning) {
        throw nobody();
    }

    @Override
    public Optional<Returned> findRefund(String number) {
        throw nobody();
    }

    @Override
    public Optional<String> dailyBill(LocalDate day) {
        throw nobody();
    }

    private static ProviderSilentException nobody() {
        return new ProviderSilentException("dangjian.dues.online.provider is none");
    }
}
