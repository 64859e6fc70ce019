/** Parts of names, from as many places as a city's educators come from; nobody in particular is meant. */
const words = (text: string) => text.split(/,\s*/)

export const GIVEN_NAMES = words(
  `Aaliyah, Aaron, Abigail, Adaeze, Adrian, Aiko, Aileen, Alana, Alberto, Alejandra, Alice, Alina, Amanda,
Amara, Amina, Amir, Ana, Andre, Angela, Anh, Anita, Anthony, April, Arjun, Asha, Ashley, Barbara, Beatriz,
Benjamin, Bianca, Brandon, Brenda, Brian, Caleb, Camila, Carla, Carlos, Carmen, Caroline, Catherine, Cecilia,
Charles, Chidi, Chloe, Christina, Claire, Clara, Colin, Connor, Cristina, Daniel, Danielle, Daria, David,
Deborah, Deepa, Denise, Diana, Diego, Dmitri, Dolores, Edith, Eduardo, Elena, Elias, Elizabeth, Emily, Emma,
Eric, Esther, Ethan, Eva, Evelyn, Fatima, Felix, Fernanda, Fiona, Frances, Gabriela, Grace, Hannah, Hassan,
Helen, Hiroshi, Ibrahim, Ines, Irene, Isabel, Ivan, Jacob, Jamal, James, Janet, Jasmine, Javier, Jean, Jessica,
Joan, Joaquin, John, Joseph, Joy, Julia, Karen, Karim, Katherine, Kavita, Keisha, Kenji, Kevin, Kiana, Laila,
Lan, Laura, Leah, Leila, Leonard, Lin, Linda, Lisa, Lucia, Luis, Luz, Maeve, Malik, Manuel, Marcus, Margaret,
Maria, Marie, Mark, Martin, Mary, Matthew, Maya, Mei, Melissa, Michael, Miguel, Mina, Miriam, Monica, Nadia,
Naomi, Natalie, Nia, Nicole, Noah, Nora, Olga, Oliver, Olivia, Omar, Oscar, Pamela, Patrick, Paul, Pedro,
Peter, Philip, Priya, Rachel, Rafael, Rana, Raymond, Rebecca, Renee, Ricardo, Rita, Robert, Rosa, Ruth, Ryan,
Sabine, Samir, Samuel, Sandra, Sara, Sean, Shanice, Sharon, Simone, Sofia, Soo-jin, Stephen, Susan, Tamika,
Tanya, Teresa, Thomas, Tuan, Valerie, Vera, Victor, Vincent, Wei, William, Xavier, Yasmin, Yolanda, Yuki,
Yusuf, Zainab, Zoe`.replaceAll('\n', ' '),
)

export const FAMILY_NAMES = words(
  `Abbott, Abdi, Acosta, Adams, Adeyemi, Aguilar, Ahmed, Alexander, Ali, Allen, Almeida, Alvarado, Andersen,
Araujo, Armstrong, Asante, Bailey, Baker, Banerjee, Baptiste, Barnes, Barros, Bauer, Beck, Bell, Bennett, Berg,
Bernard, Bianchi, Bishop, Blake, Boateng, Bond, Boyle, Bradley, Brennan, Brooks, Brown, Burke, Butler, Byrne,
Cabral, Callahan, Campbell, Cardoso, Carter, Castillo, Chan, Chang, Chavez, Chen, Cho, Chowdhury, Clark, Cohen,
Coleman, Collins, Conway, Cooper, Correia, Costa, Cruz, Cunningham, Dang, Das, Davis, Delgado, Desai, Diallo,
Diaz, Dixon, Dominguez, Donovan, Doyle, Duarte, Dubois, Duffy, Duncan, Edwards, Ellis, Evans, Farrell, Feldman,
Fernandes, Ferrari, Figueroa, Fischer, Fitzgerald, Flores, Flynn, Fonseca, Foster, Francis, Franklin, Freeman,
Garcia, Garrett, Gomes, Gonzalez, Gordon, Graham, Grant, Green, Griffin, Guerrero, Gupta, Gutierrez, Haddad,
Hall, Hamilton, Hansen, Harper, Harris, Hassan, Hayes, Henderson, Hernandez, Hill, Ho, Hoffman, Holmes, Horvat,
Howard, Huang, Hughes, Hunt, Hussain, Ibrahim, Ito, Iyer, Jackson, Jacobs, James, Jankowski, Jean, Jefferson,
Jensen, Jimenez, Johnson, Jones, Jordan, Joseph, Joshi, Kamau, Kang, Kaplan, Katz, Kaur, Kelly, Kennedy, Khan,
Kim, King, Klein, Kowalski, Kumar, Lam, Lane, Larsen, Lawson, Le, Lee, Leonard, Leung, Levy, Lewis, Li, Lim,
Lin, Lindqvist, Little, Lopes, Lopez, Lowe, Lynch, Macdonald, Mahoney, Malik, Malone, Mancini, Marino, Marsh,
Martin, Martinez, Mason, Matsuda, McCarthy, McKenna, Medina, Mehta, Mendes, Mensah, Meyer, Miller, Mitchell,
Mohamed, Monteiro, Moore, Morales, Moreau, Morgan, Mori, Morris, Moses, Muller, Murphy, Murray, Nair, Nakamura,
Navarro, Nelson, Newman, Nguyen, Nolan, Novak, Nunes, Nwosu, Obi, OBrien, Ochoa, Okafor, Oliveira, Olsen, Ortega,
Osei, Owens, Park, Parker, Patel, Pereira, Perez, Perry, Peters, Petrov, Pham, Phillips, Pierre, Pinto, Popescu,
Porter, Powell, Price, Quinn, Qureshi, Ramirez, Ramos, Rao, Reddy, Reed, Reid, Reilly, Reyes, Ribeiro, Richards,
Rivera, Roberts, Robinson, Rocha, Rodrigues, Rogers, Rojas, Romano, Rosen, Ross, Rossi, Russell, Ryan, Saleh,
Salazar, Sanders, Santos, Sato, Schmidt, Schneider, Scott, Sharma, Shaw, Shah, Silva, Simmons, Singh, Smith,
Soares, Solberg, Sousa, Stein, Stewart, Stone, Suarez, Sullivan, Suzuki, Takeda, Tan, Tang, Tavares, Taylor,
Teixeira, Thomas, Thompson, Torres, Tran, Turner, Underwood, Valdez, Vargas, Vasquez, Vega, Vieira, Vu, Wagner,
Walker, Wallace, Walsh, Wang, Ward, Warren, Watanabe, Watson, Weber, Weiss, West, White, Williams, Wilson, Wong,
Wood, Wright, Wu, Yamada, Yang, Yates, Yilmaz, Young, Zhang, Zhou, Zimmerman`.replaceAll('\n', ' '),
)

/** What schools are called after. */
export const PLACES = words(
  `Alder Hill, Arbor Street, Ashford, Bayberry, Beacon Road, Beechwood, Bell Tower, Birch Lane, Blackstone,
Blue Heron, Brickyard, Bridge Street, Brookline Path, Canal Street, Cedar Grove, Chestnut Hill, Clearwater,
Clover Field, Cobblestone, Copper Beech, Cove Road, Cranberry Bog, Crescent Park, Dogwood, Dry Dock, Eastgate,
Elm Square, Fairmount, Fern Valley, Ferry Landing, Foundry Street, Fox Run, Garden Street, Granite Point,
Greenleaf, Harbor View, Hawthorn, Hazel Park, Hemlock, Highland Avenue, Hillcrest, Holly Tree, Ivy Lane, Juniper,
Kings Wharf, Lakeside, Lantern Hill, Larch Road, Laurel Park, Lighthouse, Lilac Street, Linden, Long Meadow,
Magnolia, Maple Street, Marsh View, Meadowbrook, Mill Pond, Morning Star, Mulberry, Neponset Bend, North Quay,
Oak Knoll, Old Mill, Orchard Street, Osprey Point, Park Circle, Pebble Beach, Pine Ridge, Plum Tree, Poplar,
Quarry Hill, Quiet Harbor, Red Maple, Riverside, Rope Walk, Rosewood, Saltmarsh, Sandpiper, Sassafras, Shipyard,
Silver Lake, South Common, Spring Street, Spruce Hill, Starboard, Stone Bridge, Stony Brook, Summit, Sunrise,
Sycamore, Tanner Street, Thornbury, Tidewater, Tulip Tree, Union Square, Valley View, Walnut Park, Water Street,
Waterfront, West Gate, Whistler, White Pine, Willow Creek, Winding Way, Windmill, Winter Hill, Woodland,
Wren Street, Yarrow`.replaceAll('\n', ' '),
)
