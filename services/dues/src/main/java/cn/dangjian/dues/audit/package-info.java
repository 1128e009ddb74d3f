/** 查账: looks at the books for what cannot be, and proves that no fen is lost (U-12). */
@NullMarked
package cn.dangjian.dues.audit;

import org.jspecify.annotations.NullMarked;
