//! Joint work of newcomers with candidate mentors, and private impressions (feat:C3, C5; essay:E12, E15).
