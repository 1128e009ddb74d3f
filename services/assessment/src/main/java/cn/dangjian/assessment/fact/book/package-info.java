/** 考核事实: what has happened and how it stands, each with the event that it comes from. */
@NullMarked
package cn.dangjian.assessment.fact.book;

import org.jspecify.annotations.NullMarked;
