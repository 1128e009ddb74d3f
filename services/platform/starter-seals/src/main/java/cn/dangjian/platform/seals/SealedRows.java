package cn.dangjian.platform.seals;

/** A table with sealed values; as a bean, its values are put under the current key after that was changed. */
public interface SealedRows {

    /**
     * Seals anew some of the values that are under another key than the current one. Runs in a transaction; rows that
     * somebody else is at are left to him.
     *
     * @return how many; 0 when there are no more
     */
    int reseal(int most);
}
