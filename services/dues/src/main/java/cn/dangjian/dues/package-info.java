/** 党费: what each member owes and why, what was paid, and what each unit passes on. */
@NullMarked
package cn.dangjian.dues;

import org.jspecify.annotations.NullMarked;
