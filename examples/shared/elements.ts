// Each import registers one element: leave out what your pages do not show.
import '@five-micro/components/community';
import '@five-micro/components/wish-wall';
import '@five-micro/components/action-signup';
import '@five-micro/components/project-vote';
import '@five-micro/components/points-leaderboard';
import '@five-micro/components/star-gallery';
